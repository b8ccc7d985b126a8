// The words of what saves itself. Each room takes them in.

export const saving = Object.freeze({
  saved: "Saved",
  saving: "Saving…",
  not_saved: "Not saved yet",
});
