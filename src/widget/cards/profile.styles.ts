import { css } from 'lit';

/** The look of what members can set. */
export const profileStyles = css`
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .fields label {
    display: grid;
    gap: 4px;
    flex: 1 1 110px;
    font-size: 13px;
    color: var(--_muted);
  }
  select,
  input {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_field);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 16px;
  }
  .fields > button {
    flex: 0 1 auto;
  }
  .switches {
    display: grid;
    gap: 4px;
  }
  button.switch {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    inline-size: 100%;
    padding: 8px 0;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  button.switch:hover {
    background: none;
    filter: none;
  }
  .switch .words {
    display: grid;
    gap: 2px;
  }
  .knob {
    position: relative;
    flex: none;
    inline-size: 46px;
    block-size: 28px;
    border: 2px solid var(--_field);
    border-radius: 99px;
    transition: background 160ms;
  }
  .knob::before {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--_field);
    transition: inset-inline-start 160ms;
  }
  [aria-checked='true'] .knob {
    border-color: var(--_fill);
    background: var(--_fill);
  }
  [aria-checked='true'] .knob::before {
    inset-inline-start: 22px;
    background: var(--_on-fill);
  }
  [aria-busy='true'] .knob {
    opacity: 0.55;
  }
  .lost {
    display: grid;
    gap: 4px;
    padding-inline-start: 18px;
    list-style: disc;
  }
  @media (prefers-reduced-motion: reduce) {
    .knob,
    .knob::before {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .knob::before {
      background: ButtonText;
    }
    [aria-checked='true'] .knob {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
