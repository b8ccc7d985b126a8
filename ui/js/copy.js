import { showToast } from "./components/toast.js";
import { t } from "./strings/en.js";

/**
 * Copies and says so, or says how to do it by hand.
 * @param {string} text
 * @param {string} [done]
 */
export async function copyText(text, done = t.journal.copied) {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: done });
  } catch {
    showToast({ text: t.journal.copy_failed });
  }
}
