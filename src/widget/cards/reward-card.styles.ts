import { css } from 'lit';

/** How a reward lies on its sheet. */
export const rewardCard = css`
  .top {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 8px;
  }
  .cost {
    flex: 0 1 auto;
    padding: 3px 10px;
    border-radius: 99px;
    background: var(--_soft);
    color: var(--_accent-text);
    font-size: 13px;
    font-weight: 650;
    text-align: center;
    text-wrap: balance;
  }
  img {
    inline-size: 100%;
    block-size: auto;
    border-radius: calc(var(--_radius) * 0.6);
  }
  .off .emblem,
  .off img {
    filter: grayscale(1);
    opacity: 0.7;
  }
  .state {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    color: var(--_muted);
    font-size: 14px;
  }
  select {
    min-block-size: 44px;
    padding: 6px 10px;
    border: 1px solid var(--_field);
    border-radius: 8px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  summary {
    min-block-size: 24px;
    color: var(--_accent-text);
    cursor: pointer;
  }
  .won {
    display: grid;
    gap: 10px;
    justify-items: start;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .pin {
    justify-self: start;
    margin-block: -4px -8px;
    margin-inline-start: -8px;
    font-size: 14px;
  }
  :host([bare]) .card {
    padding: 0;
    border: 0;
    background: none;
  }
  .won > loyalty-voucher-card {
    inline-size: 100%;
  }
`;
