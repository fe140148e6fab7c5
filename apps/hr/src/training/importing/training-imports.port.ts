import type { RowError, TableWarning } from '@switchyard/platform';
import type { Page } from '../page';

export interface TrainingImport {
  readonly importId: string;
  readonly kind: 'records' | 'questions';
  readonly fileName?: string;
  readonly sha256: string;
  readonly rowsTotal: number;
  readonly rowsAdded: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsRefused: number;
  readonly warnings: readonly TableWarning[];
  readonly madeAt: Date;
  readonly madeBy: string;
}

export abstract class TrainingImports {
  abstract add(made: TrainingImport, errors: readonly RowError[]): Promise<void>;
  abstract find(importId: string): Promise<TrainingImport | undefined>;
  abstract errors(importId: string, limit: number, cursor?: string): Promise<Page<RowError>>;
}
