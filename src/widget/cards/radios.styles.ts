import { css } from 'lit';

/** One of several, each a whole line to press. */
export const radios = css`
  fieldset {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 8px;
    font-weight: 600;
  }
  label.line {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 48px;
    padding: 8px 14px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.75);
  }
  label.line:has(:enabled) {
    cursor: pointer;
  }
  label.line:has(:checked) {
    border-color: var(--_bar);
    background: var(--_soft);
    box-shadow: inset 0 0 0 1px var(--_bar);
  }
  label.line:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  label.line input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_fill);
  }
  label.line span:first-of-type {
    flex: 1;
  }
`;
