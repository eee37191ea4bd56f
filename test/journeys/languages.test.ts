import { englishWords } from '../widget/support/every-word.js';
import { type Lang, Panel, VIEWS } from './support/panel.js';
import { textsOf } from './support/text.js';
import { expect, test } from './support/test.js';

const keys = Object.keys(englishWords);
const NONSENSE = /undefined|NaN|null\b|\[object|Invalid Date|\{\w+\}/;
/** Words that only the other language has. */
const FOREIGN = { de: /\b(the|your|leaves|until)\b/, en: /\b(der|und|dein|Blätter|bis)\b/ };

const isWrong = (text: string, lang: Lang): boolean =>
  NONSENSE.test(text) || FOREIGN[lang].test(text) || keys.some((key) => text.includes(key));

for (const lang of ['de', 'en'] as const) {
  for (const member of ['guest', 'new', 'near', 'top', 'empty', 'rich']) {
    test(`every section says what it has to say to ${member}, in ${lang}`, async ({ page }) => {
      await page.goto(`/?member=${member}&lang=${lang}`);
      const panel = new Panel(page, lang);
      const views = member === 'guest' ? VIEWS.slice(0, 3) : VIEWS;
      await panel.open();
      for (const view of views) {
        await panel.show(view);
        const texts = await textsOf(page.locator('loyalty-widget'));
        expect(texts.length).toBeGreaterThan(10);
        expect(
          texts.filter((text) => isWrong(text, lang)),
          view,
        ).toEqual([]);
      }
    });
  }
}
