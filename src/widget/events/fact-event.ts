/**
 * What has happened. Fired by the provider (and by a voucher that was copied), bubbling and composed;
 * nothing can be stopped any more.
 */
export abstract class FactEvent<Detail> extends Event {
  readonly detail: Readonly<Detail>;
  constructor(type: string, detail: Detail) {
    super(type, { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}
