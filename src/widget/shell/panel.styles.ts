import { css } from 'lit';

/** A full sheet on a phone, a corner dialog on a desktop; both in the top layer. */
export const panel = css`
  :host {
    display: contents !important;
  }
  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: calc(var(--loyalty-offset-y, 20px) + 64px);
    inset-inline-end: var(--loyalty-offset-x, 20px);
    inline-size: 408px;
    block-size: min(700px, 100dvh - var(--loyalty-offset-y, 20px) - 80px);
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 6px);
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 4px 12px rgb(0 0 0 / 0.1),
      0 16px 48px rgb(0 0 0 / 0.22);
    overflow: hidden;
  }
  :host([position='bottom-left']) dialog,
  :host(:dir(rtl)) dialog:dir(ltr) {
    inset-inline: var(--loyalty-offset-x, 20px) auto;
  }
  :host([position='bottom-left']:dir(rtl)) dialog:dir(ltr) {
    inset-inline: auto var(--loyalty-offset-x, 20px);
  }
  dialog[open],
  dialog:popover-open {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    animation: rise 220ms cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 16px;
    }
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 12px;
    padding-inline: 20px 8px;
    border-block-end: 1px solid var(--_line);
  }
  .head h2 {
    flex: 1;
    font-size: 18px;
  }
  .head button {
    inline-size: 44px;
    padding: 0;
    color: var(--_muted);
  }
  .stale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    margin-block-end: 12px;
  }
  /* Holds what is hidden from view: otherwise that makes the dialog itself taller, and scrollable. */
  .main {
    position: relative;
    padding: 20px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  dialog:has(loyalty-home) .head {
    border-color: transparent;
    background: var(--_soft);
  }
  .view {
    display: grid;
    /* Beside a scrollbar, 320 pixels are fewer than a list of cards takes if it may. */
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-content: start;
  }
  .join {
    margin-block-start: 20px;
  }
  .rest {
    display: grid;
    gap: 8px;
  }
  .rest button {
    inline-size: 100%;
    justify-content: start;
    min-block-size: 56px;
  }
  .legal {
    /* Above what scrolls beside it, for whoever reckons by boxes. */
    position: relative;
    display: flex;
    flex-wrap: wrap;
    justify-content: safe center;
    gap: 0 14px;
    padding: 4px 20px;
    border-block-start: 1px solid var(--_line);
    font-size: 12px;
    line-height: 24px;
    white-space: nowrap;
    overflow-x: auto;
  }
  .legal a {
    color: var(--_muted);
  }
  /* The law wants these two to stand out. */
  .legal .ends {
    font-weight: 700;
  }
  @media (max-height: 480px) {
    .legal {
      flex-wrap: nowrap;
    }
  }
  /* The tabs are seen at the foot, and come to before what they lead to. */
  .head + * {
    order: 1;
  }
  .tabs {
    block-size: calc(61px + env(safe-area-inset-bottom, 0px));
  }
  [role='tablist'] {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    padding: 4px 6px calc(4px + env(safe-area-inset-bottom, 0px));
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  [role='tab'] {
    display: grid;
    justify-items: center;
    gap: 2px;
    min-block-size: 52px;
    padding: 6px 2px 4px;
    border-radius: 12px;
    background: none;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 500;
    overflow-wrap: normal;
  }
  [role='tab'] .icon {
    inline-size: 22px;
    block-size: 22px;
  }
  [aria-selected='true'] {
    color: var(--_accent-text);
    font-weight: 700;
  }
  [aria-selected='true'] .icon {
    stroke-width: 2.2;
  }
  [role='tab']:hover {
    filter: none;
    background: var(--_soft);
  }
  [role='tab']:focus-visible {
    outline-offset: -3px;
  }
  @media (max-width: 600px) {
    dialog {
      inset: 0 !important;
      inline-size: 100%;
      block-size: 100%;
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
    .head {
      padding-block-start: calc(12px + env(safe-area-inset-top, 0px));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    /* However it is open. */
    dialog {
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
