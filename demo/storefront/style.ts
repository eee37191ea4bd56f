import { faces, type Skin } from './skin.js';

/** The style sheet of one storefront: its own colours and face; everything else follows in `storefront.css`. */
export const styleOf = ({ colours: [first, second], face, round }: Skin): string =>
  `:root {
  --skin: ${first};
  --skin-second: ${second};
  --serif: ${faces[face]};
  --round: ${round}rem;
  --loyalty-accent: ${first};
}
`;
