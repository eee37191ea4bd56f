import { expect } from '@open-wc/testing';
import type { Voucher } from '../../src/contract/types.js';
import { maybe, textOf } from '../widget/support/shown.js';
import { loadPreset, presetNames, type Preset } from './preset.js';
import { expectNoFaults, expectPlainWords, quiet, silence, stage } from './stage.js';

/**
 * The test of the model: without any `view` everything is still there, with buttons that work. What
 * a board is (ranking or draw) its view says to the server too, so it stays.
 */

const bare = <T extends { view?: string | undefined }>(item: T): T => ({
  ...item,
  view: undefined,
});

const plainly = ({ programme, ...preset }: Preset): Preset => ({
  ...preset,
  programme: {
    ...programme,
    tracks: programme.tracks.map(bare),
    rewards: programme.rewards.map(bare),
  },
});

const german = (text: unknown): string => (text as { de: string }).de;
const blockOf = (blocks: readonly HTMLElement[], tag: string): HTMLElement =>
  blocks.find(({ localName }) => localName === tag)!;

describe('a programme without a single view', () => {
  let names: string[] = [];
  before(async () => (names = await presetNames()));
  afterEach(silence);

  it('shows every reward, rule and track', async function () {
    this.timeout(0);
    for (const name of names) {
      const preset = plainly(await loadPreset(name));
      const { blocks, widget } = await stage(preset, 'top', 'de');
      const { tracks, rewards, rules } = preset.programme;
      for (const [tag, items] of [
        ['loyalty-challenges', tracks],
        ['loyalty-rewards', rewards],
        ['loyalty-earn', rules],
      ] as const) {
        const block = blockOf(blocks, tag);
        const said = textOf(block);
        const missing = items
          .map(({ title }) => german(title))
          .filter((one) => !said.includes(one));
        expect(missing, `${name}: <${tag}> lacks`).to.deep.equal([]);
        expectPlainWords(block, name);
      }
      expectNoFaults();
      widget.parentElement?.remove();
    }
  });

  it('gives what its buttons promise', async function () {
    this.timeout(0);
    const redeemed: string[] = [];
    for (const name of names) {
      const preset = plainly(await loadPreset(name));
      const { blocks, widget } = await stage(preset, 'top', 'de');
      const rewards = blockOf(blocks, 'loyalty-rewards');
      // What costs money leaves for the shop's own checkout, and this page with it.
      const ids = preset.programme.rewards
        .filter(({ cost }) => cost.kind === 'fixed' || cost.kind === 'free')
        .map(({ id }) => id);
      const open = ids
        .map((id) => maybe(rewards, `[data-item="${id}"]`))
        .map((card) => card && maybe<HTMLButtonElement>(card, '[part~=redeem-button]'))
        .find((one) => one && !one.disabled);
      if (open) {
        redeemed.push(`${name}: ${(await press(widget, open)).status}`);
        await quiet(rewards);
      }
      expectNoFaults();
      widget.parentElement?.remove();
    }
    expect(redeemed.length, redeemed.join(', ')).to.be.above(8);
  });
});

/** Presses a reward's button and answers its question. */
async function press(widget: HTMLElement, open: HTMLButtonElement): Promise<Voucher> {
  const told = new Promise<Voucher>((resolve) =>
    widget.addEventListener('loyalty-redeemed', ({ detail }) => resolve(detail.voucher), {
      once: true,
    }),
  );
  const { host } = open.getRootNode() as ShadowRoot;
  open.click();
  await quiet(host);
  // A tap that opens the question does not answer it.
  await new Promise((resolve) => setTimeout(resolve, 450));
  const yes = maybe<HTMLButtonElement>(host, '[part~=confirm-button]');
  if (!yes) throw new Error(`no question in ${textOf(host)}`);
  yes.click();
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`nothing came of ${textOf(host)}`)), 10_000),
  );
  return Promise.race([told, late]);
}
