import type { LanguageName } from '@switchyard/contracts';
import type { ListFlag, ValueTier } from '@switchyard/domain';

/** What is known of a call that an agent has in hand; null where it is not. */
export interface CallRow {
  readonly callId: string;
  readonly queue: string | null;
  readonly enteredAt: Date | null;
  readonly connectedAt: Date | null;
  readonly ringSeconds: number | null;
  readonly phone: string | null;
  readonly anonymous: boolean;
  readonly accountNo: string | null;
  readonly identifiedBy: 'phone' | 'password' | null;
  readonly valueTier: ValueTier | null;
  readonly listFlag: ListFlag | null;
  readonly important: boolean | null;
  readonly language: LanguageName | null;
  readonly asked: readonly { readonly what: string; readonly at: string }[];
}

export abstract class CallsOnScreen {
  abstract find(callId: string): Promise<CallRow>;
}
