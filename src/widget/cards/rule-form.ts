import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answer, Field, Program } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';
import { privacyLink, privacyStyles } from './privacy-link.js';

type Values = Record<string, Answer>;

/** Longest text that a question takes where it names no limit. */
const TEXT_LENGTH = 1_000;

/**
 * The questions of a survey, an NPS or a quiz as native fields. It checks what a shopper can mend
 * (an answer that is missing); the server checks everything.
 *
 * @tagname loyalty-rule-form
 * @fires {CustomEvent} loyalty-answers - the answers by field id, once they are complete
 */
export class RuleForm extends Card {
  static override styles = [
    ...Card.styles,
    privacyStyles,
    css`
      form {
        display: grid;
        gap: 16px;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend,
      label.title {
        display: block;
        padding: 0;
        margin-block-end: 8px;
        font-weight: 600;
      }
      textarea,
      select,
      input[type='date'] {
        inline-size: 100%;
        min-block-size: 44px;
        padding: 10px 12px;
        border: 1px solid var(--_field);
        border-radius: calc(var(--_radius) * 0.6);
        background: var(--_surface);
        color: inherit;
        font: inherit;
      }
      .scale {
        display: grid;
        grid-template-columns: repeat(6, 1fr);
        gap: 4px;
      }
      .scale label {
        position: relative;
        display: grid;
        place-items: center;
        min-block-size: 44px;
        border: 1px solid var(--_field);
        border-radius: 8px;
        cursor: pointer;
        font-variant-numeric: tabular-nums;
      }
      .scale input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .scale label:has(:checked) {
        border-color: var(--_fill);
        background: var(--_fill);
        color: var(--_on-fill);
        font-weight: 700;
      }
      .scale label:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
      .option {
        display: flex;
        gap: 10px;
        align-items: center;
        min-block-size: 40px;
        cursor: pointer;
      }
      .option input {
        inline-size: 20px;
        block-size: 20px;
        margin: 0;
        accent-color: var(--_fill);
        flex: none;
      }
      .bad {
        color: var(--_danger);
      }
      @media (forced-colors: active) {
        .scale label:has(:checked) {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  @property({ attribute: false }) fields: readonly Field[] = [];
  @property({ attribute: false }) isWorking = false;
  @property({ attribute: false }) program: Program | undefined;

  @state() private missing: ReadonlySet<string> = new Set();

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  protected override render(): TemplateResult {
    const { loc, isWorking } = this;
    return html`<form novalidate @submit=${(event: Event) => this.#submit(event)}>
      ${this.fields.map((field) => this.#renderField(field))}
      <div class="actions">
        <button class="wide" part="button" aria-busy=${isWorking} aria-disabled=${isWorking}>
          ${loc.term(isWorking ? 'reward.working' : 'earn.send')}
        </button>
      </div>
      ${privacyLink(loc, this.program)}
    </form>`;
  }

  #renderField(field: Field): TemplateResult {
    const { loc } = this;
    const isMissing = this.missing.has(field.id);
    const error = isMissing
      ? html`<p class="small bad" id="error-${field.id}">${loc.term('earn.required')}</p>`
      : nothing;
    const title = html`${field.label}
    ${field.required ? nothing : html`<span class="muted small">(${loc.term('earn.optional')})</span>`}`;
    const body = this.#renderInput(field, isMissing);
    if (field.type === 'consent') return html`<div>${body}${error}</div>`;
    return this.#isGroup(field)
      ? html`<fieldset>
          <legend>${title}</legend>
          ${body}${error}
        </fieldset>`
      : html`<div><label class="title" for=${field.id}>${title}</label>${body}${error}</div>`;
  }

  #isGroup({ type }: Field): boolean {
    return type === 'nps' || type === 'rating' || type === 'choice' || type === 'choices';
  }

  #renderInput(field: Field, isMissing: boolean): TemplateResult {
    const { id } = field;
    const error = isMissing ? `error-${id}` : nothing;
    switch (field.type) {
      case 'nps':
        return this.#renderScale(field, field.min ?? 0, field.max ?? 10, error);
      case 'rating':
        return this.#renderScale(field, field.min ?? 1, field.max ?? 5, error);
      case 'choice':
      case 'choices': {
        const type = field.type === 'choice' ? 'radio' : 'checkbox';
        return html`${field.options?.map(
          ({ value, label }) =>
            html`<label class="option">
              <input type=${type} name=${id} value=${value} aria-describedby=${error} />${label}
            </label>`,
        )}`;
      }
      case 'date':
        return html`<input type="date" id=${id} name=${id} aria-describedby=${error} />`;
      case 'consent':
        return html`<label class="option">
          <input type="checkbox" name=${id} value="yes" aria-describedby=${error} />${field.label}
        </label>`;
      default:
        return html`<textarea
          id=${id}
          name=${id}
          rows="3"
          maxlength=${field.max ?? TEXT_LENGTH}
          aria-describedby=${error}
        ></textarea>`;
    }
  }

  #renderScale(
    { id, type }: Field,
    min: number,
    max: number,
    error: string | symbol,
  ): TemplateResult {
    const { loc } = this;
    const values = [...Array(Math.max(0, Math.min(max - min + 1, 11))).keys()].map(
      (index) => min + index,
    );
    return html`<div class="scale">
        ${values.map(
          (value) =>
            html`<label>
              <input
                type="radio"
                name=${id}
                value=${value}
                aria-describedby=${error}
              />${loc.number(value)}
            </label>`,
        )}
      </div>
      ${
        type === 'nps'
          ? html`<p class="between small muted">
              <span>${loc.term('earn.npsLow')}</span><span>${loc.term('earn.npsHigh')}</span>
            </p>`
          : nothing
      }`;
  }

  #answer({ id, type }: Field, data: FormData): Answer | undefined {
    const value = data.get(id);
    switch (type) {
      case 'consent':
        return value !== null;
      case 'choices': {
        const values = data.getAll(id).map(String);
        return values.length ? values : undefined;
      }
      case 'nps':
      case 'rating':
        return typeof value === 'string' ? Number(value) : undefined;
      default:
        return typeof value === 'string' && value.trim() ? value.trim() : undefined;
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (this.isWorking) return;
    const data = new FormData(event.target as HTMLFormElement);
    const answers: Values = {};
    const missing = new Set<string>();
    for (const field of this.fields) {
      const answer = this.#answer(field, data);
      if (field.required && (answer === undefined || answer === false)) missing.add(field.id);
      else if (answer !== undefined) answers[field.id] = answer;
    }
    this.missing = missing;
    if (missing.size) {
      const [first] = missing;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>(`[name="${CSS.escape(first ?? '')}"]`)?.focus(),
      );
      return;
    }
    this.dispatchEvent(new CustomEvent('loyalty-answers', { detail: answers }));
  }
}

define('loyalty-rule-form', RuleForm);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-rule-form': RuleForm;
  }
}
