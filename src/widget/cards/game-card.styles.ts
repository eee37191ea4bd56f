import { css } from 'lit';

/** The look of a game around what it is played with. */
export const gameStyles = css`
  .top {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 8px;
  }
  .cost {
    flex: none;
    padding: 3px 10px;
    border-radius: 99px;
    background: var(--_soft);
    color: var(--_accent-text);
    font-size: 13px;
    font-weight: 650;
    white-space: nowrap;
  }
  .stage {
    padding-block: 14px 6px;
  }
  .state {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    color: var(--_muted);
    font-size: 14px;
  }
  .have {
    text-align: center;
  }
  .result {
    display: grid;
    gap: 8px;
    padding: 14px 16px;
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_soft);
    animation: rise 240ms ease-out;
  }
  .result strong {
    color: var(--_accent-text);
    font-size: 17px;
    line-height: 1.3;
  }
  .result.lost {
    background: var(--_sunken);
  }
  .result.lost strong {
    color: var(--_text);
  }
  @keyframes rise {
    from {
      opacity: 0;
    }
  }
  .prizes {
    display: grid;
    gap: 6px;
    padding-block-end: 4px;
  }
  .prizes .between {
    flex-wrap: nowrap;
  }
  .prizes .between > :last-child {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  @media (prefers-reduced-motion: reduce) {
    .result {
      animation-duration: 120ms;
    }
  }
  @media (forced-colors: active) {
    .result {
      border: 1px solid CanvasText;
    }
  }
`;
