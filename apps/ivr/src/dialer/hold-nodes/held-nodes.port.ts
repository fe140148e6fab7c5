/** Which PBX nodes this process holds: it alone acts there (T3.5). */
export abstract class HeldNodes {
  abstract holds(node: string): boolean;
}
