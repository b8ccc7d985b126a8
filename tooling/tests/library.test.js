import assert from "node:assert/strict";
import { test } from "node:test";

import { byModule, scaleOf, shelved } from "../../ui/js/library.js";

const skill = (id, module, group) => ({ id, module, group, favourite: false, in_group: false });
const skills = [
  skill("observe", "mindfulness", "What to do"),
  skill("describe", "mindfulness", "What to do"),
  skill("effectively", "mindfulness", "How to do it"),
  skill("stop", "distress_tolerance", "Crisis survival"),
];

test("modules and groups keep the order in which they come", () => {
  assert.deepEqual(
    byModule(skills).map(({ module, count, groups }) => [
      module,
      count,
      groups.map(({ name, skills: ofGroup }) => [name, ofGroup.map(({ id }) => id)]),
    ]),
    [
      [
        "mindfulness",
        3,
        [
          ["What to do", ["observe", "describe"]],
          ["How to do it", ["effectively"]],
        ],
      ],
      ["distress_tolerance", 1, [["Crisis survival", ["stop"]]]],
    ],
  );
  assert.deepEqual(byModule([]), []);
});

test("a skill goes on a shelf and off it, and the others stay as they are", () => {
  const on = shelved(skills, "favourite", "stop", true);
  assert.deepEqual(
    on.filter(({ favourite }) => favourite).map(({ id }) => id),
    ["stop"],
  );
  assert.equal(on[0], skills[0]);
  assert.deepEqual(shelved(on, "favourite", "stop", false), skills);
});

const change = (low, typical, high) => ({ low, typical, high, uses: 3 });

test("one scale holds every change, and the place where nothing changes", () => {
  const scale = scaleOf([change(-43, -30, -12), change(-5, 4, 36)]);
  assert.deepEqual([scale.from, scale.to], [-50, 40]);
  assert.equal(scale.at(-50), 0);
  assert.equal(scale.at(40), 100);
  assert.equal(scale.at(-5), 50);
});

test("small changes do not fill the scale, and no changes leave it empty", () => {
  for (const changes of [[], [change(-3, -2, -1)]]) {
    const scale = scaleOf(changes);
    assert.deepEqual([scale.from, scale.to, scale.at(0)], [-20, 20, 50]);
  }
});
