export interface Department {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly liaisonName?: string;
  readonly liaisonPhone?: string;
  readonly headName?: string;
  readonly headPhone?: string;
  readonly periodNote?: string;
  readonly active: boolean;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** Departments are never removed: histories name them. */
export abstract class Departments {
  abstract find(code: string): Promise<Department | undefined>;
  /** By code. */
  abstract list(): Promise<readonly Department[]>;
  abstract put(department: Department): Promise<void>;
  /** Whether a work order that is not finished is with it. */
  abstract hasWork(code: string): Promise<boolean>;
}
