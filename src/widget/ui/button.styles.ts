import { css } from 'lit';

/** Buttons: filled for the one thing to do, outlined for the others, plain for the least. 44 px to touch. */
export const button = css`
  button,
  a.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 18px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_fill);
    color: var(--_on-fill);
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  button.quiet,
  a.quiet {
    border-color: var(--_field);
    background: transparent;
    color: var(--_accent-text);
  }
  button.plain,
  a.plain {
    padding-inline: 8px;
    background: transparent;
    color: var(--_accent-text);
  }
  button:hover,
  a.button:hover {
    filter: brightness(0.94);
  }
  button.quiet:hover,
  button.plain:hover,
  a.quiet:hover,
  a.plain:hover {
    filter: none;
    background: var(--_soft);
  }
  button[aria-disabled='true'],
  button:disabled {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_muted);
    cursor: not-allowed;
    filter: none;
  }
  button[aria-busy='true'] {
    cursor: progress;
  }
  @media (forced-colors: active) {
    button,
    a.button {
      border-color: ButtonText;
    }
  }
`;
