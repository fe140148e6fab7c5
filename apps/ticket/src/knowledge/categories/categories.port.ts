export interface Category {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly position: number;
  readonly active: boolean;
}

export abstract class Categories {
  abstract put(category: Category, now: Date): Promise<void>;
  abstract isActive(code: string): Promise<boolean>;
  /** By place, then code. */
  abstract all(): Promise<readonly Category[]>;
}
