import { css } from 'lit';
import { button } from '../../ui/button.styles.js';
import { card } from '../../ui/card.styles.js';
import { host } from '../../ui/host.styles.js';

/** A bubble above the button, or a dot on it; both where the button is. */
export const nudgeStyles = [
  ...host,
  button,
  card,
  css`
    :host {
      position: fixed !important;
      inset-block-end: calc(
        var(--loyalty-offset-y, 20px) + env(safe-area-inset-bottom, 0px)
      ) !important;
      inset-inline-end: var(--loyalty-offset-x, 20px) !important;
      z-index: var(--loyalty-layer, 1000) !important;
      /* Between its words and the button the page is the page's. */
      pointer-events: none !important;
    }
    :host([position='bottom-left']) {
      inset-inline: var(--loyalty-offset-x, 20px) auto !important;
    }
    .bubble {
      display: grid;
      gap: 10px;
      inline-size: 320px;
      margin-block-end: 64px;
      padding: 14px;
      border: 1px solid var(--_line);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
      box-shadow:
        0 2px 8px rgb(0 0 0 / 0.08),
        0 12px 32px rgb(0 0 0 / 0.16);
      pointer-events: auto;
      animation: rise 240ms cubic-bezier(0.2, 0.8, 0.2, 1);
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 8px;
      }
    }
    .words {
      padding-block-start: 2px;
      line-height: 1.35;
    }
    .close {
      inline-size: 44px;
      margin-block: -8px;
      margin-inline: -4px -10px;
      padding: 0;
      color: var(--_muted);
    }
    .actions {
      justify-content: space-between;
    }
    .actions .plain {
      font-size: 14px;
      font-weight: 500;
    }
    .dot {
      position: absolute;
      inset-block-end: 40px;
      inset-inline-end: -2px;
      inline-size: 16px;
      block-size: 16px;
      border: 3px solid var(--_surface);
      border-radius: 50%;
      background: var(--_danger);
    }
    @media (prefers-reduced-motion: reduce) {
      .bubble {
        animation: none;
      }
    }
    @media print {
      :host {
        display: none !important;
      }
    }
  `,
];
