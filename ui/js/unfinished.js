// What keeps a form from being saved. A day or time typed in part is none for the form: nobody may go on over it.

const FIRST_YEAR = "2000";

/** Typed in part, or with a short year. @param {HTMLInputElement} input */
export const isUnfinishedDay = ({ validity, value }) =>
  validity.badInput || (value !== "" && value < FIRST_YEAR);

/** @param {HTMLInputElement} input */
const isUnfinished = (input) =>
  input.type === "date" ? isUnfinishedDay(input) : input.dataset.unfinished === "true";

/** The first of them takes the focus, and says what is missing. @param {HTMLElement | null} form @returns {boolean} whether there is one */
export function focusUnfinished(form) {
  const inputs = /** @type {HTMLInputElement[]} */ ([
    ...(form?.querySelectorAll('input[type="date"], input[data-unfinished]') ?? []),
  ]);
  const first = inputs.find(isUnfinished);
  first?.blur();
  first?.focus();
  return first !== undefined;
}

/** @param {HTMLElement | null} form */
export function focusFirstFault(form) {
  setTimeout(() => {
    const fault = form?.querySelector(".field-error")?.parentElement;
    const control = fault?.querySelector("input, select, textarea");
    if (control instanceof HTMLElement) control.focus();
  });
}
