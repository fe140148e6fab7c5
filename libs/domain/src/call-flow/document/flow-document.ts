import type { SpokenLanguage } from '../../speech';
import type { BranchSubject, FlowLookUp, FlowQueue, FlowWorkOrder, QueueLeaving } from './vocabulary';

/** Version of the document format; a reader refuses every other. */
export const FLOW_FORMAT = 1;

/** Name of a node within its flow: lower case, digits and dashes. */
export type NodeName = string;

/**
 * Something said, in both languages, with variables in braces: `应交电费{bill.payable}。`. Figures may be written as
 * digits. `each` says it once for every item of a list, `most` of them at most, together with the pieces around it
 * that name the same list; `when` and `unless` say it only when a
 * variable has a value, or has none.
 */
export interface Piece extends Readonly<Record<SpokenLanguage, string>> {
  readonly each?: string;
  readonly most?: number;
  readonly when?: string;
  readonly unless?: string;
}

interface AnyNode {
  /** Topic noted as asked for when the node is reached: for the agent's screen and the self-service figure. */
  readonly asks?: string;
  /** For whoever reads the document; nothing is done with it. */
  readonly comment?: string;
}

/** Whatever waits for keys. Where nothing is given, the flow's `settings` and `strikes` hold. */
interface AskingNode extends AnyNode {
  /** Wrong or missing keys until `strikes`, 1 to 5. */
  readonly tries?: number;
  readonly strikes?: NodeName;
  /** Seconds of silence until a missing key, 2 to 30. */
  readonly keyWaitSeconds?: number;
}

/** Says something and goes on. A key interrupts it, and is used by what comes next, unless `interruptible` is false. */
export interface SayNode extends AnyNode {
  readonly kind: 'say';
  readonly say: readonly Piece[];
  readonly interruptible?: boolean;
  /** Topic that the caller has been served with when this has been said. */
  readonly completes?: string;
  readonly next: NodeName;
}

export interface MenuChoice {
  /** 0 to 9. `0` leads to the flow's `human` where no choice says otherwise. */
  readonly key: string;
  readonly asks?: string;
  /** Sets a variable of the flow to a fixed word, e.g. `{ "application": "relocation" }`. */
  readonly set?: Readonly<Record<string, string>>;
  readonly next: NodeName;
}

/** One key, one branch. */
export interface MenuNode extends AskingNode {
  readonly kind: 'menu';
  readonly say: readonly Piece[];
  readonly choices: readonly MenuChoice[];
  /** Where `*` leads; this menu itself where nothing is given. */
  readonly repeat?: NodeName;
}

/** Digits, ended by `#`, by their number or by a pause. `0` alone asks for a human. */
export interface CollectNode extends AskingNode {
  readonly kind: 'collect';
  readonly say: readonly Piece[];
  /** The variable that takes the digits. */
  readonly into: string;
  readonly minDigits: number;
  readonly maxDigits: number;
  readonly next: NodeName;
}

/** Makes sure who calls (T1.4). Passes at once when that is known already. */
export interface IdentifyNode extends AskingNode {
  readonly kind: 'identify';
  /** `password` asks for account and password even from a bound number; `any` where nothing is given. */
  readonly by?: 'any' | 'password';
  /** Said when several accounts are bound to the number: the last four digits, or the whole account number. */
  readonly which: readonly Piece[];
  readonly account: readonly Piece[];
  readonly password: readonly Piece[];
  /** Said after a wrong account number or password, before the account is asked for again. */
  readonly wrong: readonly Piece[];
  readonly identified: NodeName;
  /** After three failures in this call. */
  readonly failed: NodeName;
  /** The account's telephone access is locked; `{identity.lockedUntil}` may be said there. */
  readonly locked: NodeName;
  readonly unavailable: NodeName;
}

export interface LookUpNode extends AnyNode {
  readonly kind: 'look-up';
  readonly what: FlowLookUp;
  /** `case-progress`: the variable with the query code. `outages`: a variable with an account number, where the caller's own is unknown. */
  readonly with?: string;
  /** `outages`: only those that are going on, none that are planned for later. */
  readonly current?: boolean;
  readonly found: NodeName;
  readonly notFound: NodeName;
  readonly unavailable: NodeName;
}

export interface OpenWorkOrderNode extends AnyNode {
  readonly kind: 'open-work-order';
  readonly order: FlowWorkOrder;
  /** What the staff read; variables in braces. */
  readonly text: string;
  /** Neither number nor account may stand in it; every path here must have passed `forget-caller`. */
  readonly anonymous?: boolean;
  /** The variable with the kind of application. */
  readonly application?: string;
  /** The variable with the number to call back; else the caller's own number. */
  readonly callBack?: string;
  readonly completes?: string;
  readonly opened: NodeName;
  readonly failed: NodeName;
}

/** A spoken message, ended by any key, by silence or by its length. It goes with the next work order. */
export interface RecordMessageNode extends AskingNode {
  readonly kind: 'record-message';
  readonly say: readonly Piece[];
  readonly maxSeconds: number;
  readonly maxSilenceSeconds: number;
  /** What is shorter counts as nothing said. */
  readonly minSeconds: number;
  readonly recorded: NodeName;
}

/** To a human (T1.6). The caller waits in the PBX's own queue. */
export interface QueueNode extends AnyNode {
  readonly kind: 'queue';
  readonly queue: FlowQueue;
  readonly maxWaitSeconds: number;
  readonly left: Readonly<Record<QueueLeaving, NodeName>>;
}

/** Offers a call-back: 1 to the caller's own number, 2 to another. */
export interface OfferCallBackNode extends AskingNode {
  readonly kind: 'offer-call-back';
  /** Said to a caller whose number is known: 1 this number, 2 another, 3 none. */
  readonly offer: readonly Piece[];
  /** Said when the number is withheld: 2 to give one, 3 none. */
  readonly offerWithheld: readonly Piece[];
  readonly askNumber: readonly Piece[];
  /** The variable that takes the number. */
  readonly into: string;
  readonly accepted: NodeName;
  readonly declined: NodeName;
}

export interface SurveyQuestion {
  readonly about: 'csat' | 'solved' | 'nps';
  readonly say: readonly Piece[];
  /** Share of the callers who are asked, 0 to 1; all where nothing is given. */
  readonly sample?: number;
}

/** Rating by key (T1.7): csat 1 to 5, solved 1 yes 2 no, nps 0 to 10. A question left unanswered is passed over. */
export interface SurveyNode extends AnyNode {
  readonly kind: 'survey';
  readonly questions: readonly SurveyQuestion[];
  readonly next: NodeName;
}

export interface TransferNode extends AnyNode {
  readonly kind: 'transfer';
  /** Telephone number. */
  readonly to: string;
  readonly failed: NodeName;
}

export interface BranchCase {
  /** Words of the subject; for `time-of-day` ranges such as `08:00-12:00`. */
  readonly is: readonly string[];
  readonly next: NodeName;
}

/** Decides on data without asking; the first case that holds. */
export interface BranchNode extends AnyNode {
  readonly kind: 'branch';
  readonly on: BranchSubject;
  readonly cases: readonly BranchCase[];
  readonly otherwise: NodeName;
}

export interface SetLanguageNode extends AnyNode {
  readonly kind: 'set-language';
  readonly language: SpokenLanguage;
  readonly next: NodeName;
}

/** Anonymity (§5): number and identity are forgotten here and in the PBX before anything else happens. */
export interface ForgetCallerNode extends AnyNode {
  readonly kind: 'forget-caller';
  readonly forgotten: NodeName;
  readonly failed: NodeName;
}

export interface HangUpNode extends AnyNode {
  readonly kind: 'hang-up';
}

export type FlowNode =
  | SayNode
  | MenuNode
  | CollectNode
  | IdentifyNode
  | LookUpNode
  | OpenWorkOrderNode
  | RecordMessageNode
  | QueueNode
  | OfferCallBackNode
  | SurveyNode
  | TransferNode
  | BranchNode
  | SetLanguageNode
  | ForgetCallerNode
  | HangUpNode;

export type FlowNodeKind = FlowNode['kind'];

/** Where calls begin; dialled numbers are led to entries by name. The first is for calls that name none. */
export interface FlowEntry {
  readonly name: string;
  readonly language: SpokenLanguage;
  readonly start: NodeName;
}

export interface FlowSettings {
  /** Silence after a prompt until it counts as a missing key, 2 to 30. */
  readonly keyWaitSeconds: number;
  /** Pause that ends an entry of digits, 1 to 15. */
  readonly betweenKeysSeconds: number;
  /** Wrong or missing keys until `strikes`, 1 to 5 (T1.1: three). */
  readonly tries: number;
}

/** A call flow as administrators write it (T1.2). The JSON Schema is `CALL_FLOW_SCHEMA`. */
export interface CallFlowDocument {
  readonly format: typeof FLOW_FORMAT;
  readonly name: string;
  readonly description?: string;
  readonly settings: FlowSettings;
  readonly entries: readonly FlowEntry[];
  /** Where `0` leads, from anywhere. */
  readonly human: NodeName;
  /** Where three wrong or missing keys lead (T1.1: offer a human, then goodbye). */
  readonly strikes?: NodeName;
  /** Said after a wrong key, and when none came, before the prompt is said again. */
  readonly wrongKey: readonly Piece[];
  readonly missingKey: readonly Piece[];
  readonly nodes: Readonly<Record<NodeName, FlowNode>>;
}
