// The words of every trash. Each room takes them in, and has its own for what lies there.

export const trash = Object.freeze({
  kept_until: (/** @type {string} */ day) => `Kept until ${day}`,
  restore: "Put back",
  delete_for_good: "Delete for good",
  delete_text: "Nobody can bring it back after this.",
  delete_keep: "Keep it",
});

export const trash_empty = Object.freeze({
  title: "The trash is empty",
  text: "What you throw away waits here for thirty days.",
});
