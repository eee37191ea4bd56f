import { css } from 'lit';

/** The sheet that a card lies on, its head, its progress bar and its messages. */
export const card = css`
  .card {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .head {
    display: flex;
    gap: 12px;
    align-items: flex-start;
  }
  .head > .words {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    gap: 2px;
  }
  .emblem {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_soft);
    color: var(--_accent-text);
  }
  .emblem .icon {
    inline-size: 24px;
    block-size: 24px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .actions > .wide {
    flex: 1 1 max-content;
  }
  .bar {
    display: block;
    block-size: 8px;
    margin-block: 2px 6px;
    border-radius: 4px;
    background: var(--_track);
    overflow: hidden;
  }
  .bar > span {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_bar);
    transition: inline-size 600ms cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .note {
    padding: 10px 12px;
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_soft);
  }
  .confirm {
    display: grid;
    gap: 10px;
  }
  .note.bad {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 3px 10px;
    border-radius: 99px;
    background: var(--_soft);
    color: var(--_accent-text);
    font-size: 13px;
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .bar > span {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }
    .bar > span {
      background: Highlight;
    }
  }
`;
