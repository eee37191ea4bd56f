import { html, nothing, type TemplateResult } from 'lit';

/** One thing that is on or off. */
export interface Switch {
  readonly label: string;
  readonly note?: string | undefined;
  readonly isOn: boolean;
  readonly isBusy?: boolean;
  readonly press: () => void;
}

/** A switch moves when what it stands for has changed, not when it is pressed. */
export const switchButton = ({
  label,
  note,
  isOn,
  isBusy = false,
  press,
}: Switch): TemplateResult =>
  html`<button
    class="switch"
    part="consent"
    role="switch"
    aria-checked=${isOn}
    aria-busy=${isBusy}
    @click=${press}
  >
    <span class="words">
      <span>${label}</span>
      ${note ? html`<span class="small muted">${note}</span>` : nothing}
    </span>
    <span class="knob"></span>
  </button>`;
