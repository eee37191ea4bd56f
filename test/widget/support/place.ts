import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { elementsIn } from './shown.js';
import { settled } from './fake-port.js';

/** Waits until nothing below an element wants to render any more. */
export async function rendered(root: Node): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    for (const element of elementsIn(root)) {
      const { updateComplete } = element as Partial<LitElement>;
      if (updateComplete && element.isConnected) await updateComplete;
    }
    await settled();
  }
}

/** A place on the page, in a colour scheme. */
export async function place(scheme: 'light' | 'dark' = 'light'): Promise<HTMLElement> {
  const element = await fixture<HTMLElement>(html`<div></div>`);
  element.style.cssText = `color-scheme:${scheme};background:Canvas;color:CanvasText;padding:8px`;
  return element;
}

/** An element with its properties set, on the page and rendered. */
export async function shown<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  parent?: HTMLElement,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = Object.assign(document.createElement(tag), properties);
  (parent ?? (await place())).append(element);
  await rendered(element);
  return element;
}
