import { css } from 'lit';

/** Lists of cards, skeletons of their height, and what stands where something is empty or broken. */
export const block = css`
  .list {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
    align-items: start;
  }
  .column {
    display: grid;
    gap: 12px;
  }
  .title {
    margin-block-end: 12px;
  }
  .bone {
    display: block;
    border-radius: var(--_radius);
    background: var(--_sunken);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.55;
    }
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: 12px;
    padding: 16px;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
