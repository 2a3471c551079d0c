// The little of Node that the tests use, so that its types need no package.

declare module "node:test" {
  export function test(name: string, run: () => void): void;
}
declare module "node:assert/strict" {
  export function equal<Kind>(actual: Kind, expected: Kind, message?: string): void;
  export function deepEqual<Kind>(actual: Kind, expected: Kind, message?: string): void;
  export function ok(value: unknown, message?: string): void;
}
