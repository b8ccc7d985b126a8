// What is shipped in ui/vendor is what its authors published: listed, unchanged, licence included.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const tooling = fileURLToPath(new URL("..", import.meta.url));
const vendor = fileURLToPath(new URL("../../ui/vendor", import.meta.url));
const shippedPackages = [
  "@fontsource-variable/atkinson-hyperlegible-next",
  "@fontsource-variable/literata",
  "@tauri-apps/api",
  "htm",
  "preact",
];

const readText = (...path) => readFileSync(join(...path), "utf8");
const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const listed = new Map(
  readText(vendor, "checksums.txt")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, sum, name] =
        /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? assert.fail(`not a checksum line: ${line}`);
      return [name, sum];
    }),
);

const present = filesUnder(vendor)
  .map((path) => relative(vendor, path).split(sep).join("/"))
  .filter((name) => name !== "checksums.txt");

test("every vendored file is listed with its checksum, and no other", () => {
  assert.deepEqual([...present].sort(), [...listed.keys()].sort());
  for (const name of present) {
    assert.equal(sha256(join(vendor, name)), listed.get(name), `${name} is not the file that was listed`);
  }
});

test("every vendored file is one its authors published", () => {
  const published = new Set(
    shippedPackages.flatMap((name) => filesUnder(join(tooling, "node_modules", name)).map(sha256)),
  );
  for (const name of present) {
    assert.ok(published.has(listed.get(name)), `${name} is in none of ${shippedPackages.join(", ")}`);
  }
});

test("every vendored package keeps its licence", () => {
  for (const folder of new Set(present.map((name) => name.split("/")[0]))) {
    assert.ok(
      present.some((name) => name.startsWith(`${folder}/LICENSE`)),
      `${folder} has no licence file`,
    );
  }
});

test("tools are pinned to one version, from no particular registry", () => {
  const { devDependencies } = JSON.parse(readText(tooling, "package.json"));
  for (const [name, version] of Object.entries(devDependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+$/, `${name} is not pinned`);
  }
  assert.doesNotMatch(readText(tooling, "package-lock.json"), /"resolved"/);
});
