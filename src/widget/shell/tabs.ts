import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import { icon, type IconName } from '../ui/icons.js';
import type { ViewName } from './known-words.js';

/** One entry of the navigation. */
export interface Tab<Name = ViewName | 'more'> {
  readonly name: Name;
  readonly icon: IconName;
  /** Gets ready what it leads to. */
  readonly warm?: (() => unknown) | undefined;
}

/** So many have room on a phone, each with its word. */
const MOST = 5;
/** Leads to those that have no room. */
const MORE: Tab = { name: 'more', icon: 'more' };

/** The entries in sight, and those that the last one of them leads to. */
export function arranged(tabs: readonly Tab[]): { shown: readonly Tab[]; rest: readonly Tab[] } {
  if (tabs.length <= MOST) return { shown: tabs, rest: [] };
  return { shown: [...tabs.slice(0, MOST - 1), MORE], rest: tabs.slice(MOST - 1) };
}

export interface TabsOptions {
  readonly loc: Localizer;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (name: string) => void;
}

export const renderTabs = ({ loc, tabs, selected, onSelect }: TabsOptions): TemplateResult =>
  html`<div
    role="tablist"
    part="tabs"
    aria-label=${loc.term('panel.sections')}
    @keydown=${(event: KeyboardEvent) => walk(event, loc.dir)}
  >
    ${tabs.map(
      ({ name, icon: picture, warm }) =>
        html`<button
          role="tab"
          part="tab"
          id="tab-${name}"
          aria-controls="view"
          aria-selected=${name === selected}
          tabindex=${name === selected ? 0 : -1}
          @click=${() => onSelect(name)}
          @pointerenter=${warm}
        >
          ${icon(picture)} ${loc.term(`view.${name}`)}
        </button>`,
    )}
  </div>`;

/** What the last tab leads to: the sections that have no tab of their own. */
export const renderRest = (
  loc: Localizer,
  rest: readonly Tab[],
  onSelect: (name: string) => void,
): TemplateResult =>
  html`<ul class="rest">
    ${rest.map(
      ({ name, icon: picture }) =>
        html`<li>
          <button class="quiet" part="button" @click=${() => onSelect(name)}>
            ${icon(picture)} <span>${loc.term(`view.${name}`)}</span>
          </button>
        </li>`,
    )}
  </ul>`;

/** Arrow keys walk the tabs, as the pattern wants; a tab opens when it is pressed. */
function walk(event: KeyboardEvent, dir: string): void {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(event.target as HTMLElement);
  const on = dir === 'rtl' ? -1 : 1;
  const moves: Record<string, number> = {
    ArrowRight: at + on,
    ArrowLeft: at - on,
    Home: 0,
    End: -1,
  };
  const to = moves[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  // Before the first one is the last one, which `at` calls −1.
  tabs.at(to % tabs.length)?.focus();
}
