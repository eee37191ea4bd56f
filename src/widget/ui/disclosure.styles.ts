import { css } from 'lit';

/** What unfolds at a press: a chevron that turns, 44 px to touch. */
export const disclosure = css`
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    color: var(--_accent-text);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .icon {
    transition: rotate 200ms;
  }
  summary:dir(rtl) .icon {
    scale: -1 1;
  }
  details[open] > summary .icon {
    rotate: 90deg;
  }
  details[open] > summary:dir(rtl) .icon {
    rotate: -90deg;
  }
  @media (prefers-reduced-motion: reduce) {
    summary .icon {
      transition: none;
    }
  }
`;
