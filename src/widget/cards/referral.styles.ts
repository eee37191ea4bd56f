import { css } from 'lit';

/** The look of what friends give each other. */
export const referralStyles = css`
  .sides,
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(92px, 1fr));
    gap: 8px;
    margin: 0;
  }
  .sides > div {
    display: grid;
    align-content: start;
    gap: 2px;
    padding: 12px;
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_soft);
  }
  dt {
    color: var(--_muted);
    font-size: 13px;
  }
  dd {
    margin: 0;
    font-weight: 650;
  }
  .sides dd {
    color: var(--_accent-text);
    font-size: 17px;
    line-height: 1.25;
  }
  .counts {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .counts > div {
    display: grid;
  }
  .counts dd {
    order: -1;
    font-size: 20px;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .field > .link {
    flex: 1 1 170px;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_field);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_sunken);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }
  .field > button {
    flex: 1 0 auto;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(124px, 1fr));
    gap: 8px;
  }
  .ways > * {
    padding-inline: 10px;
  }
  .qr {
    display: grid;
    justify-items: center;
    gap: 8px;
    text-align: center;
  }
  .friends {
    display: grid;
    gap: 10px;
  }
  .friends li {
    min-block-size: 32px;
    align-items: center;
  }
  h4 {
    margin: 0;
    font-size: 14px;
    font-weight: 650;
  }
`;
