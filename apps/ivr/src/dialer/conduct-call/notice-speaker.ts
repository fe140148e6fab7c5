import {
  type BatchKind,
  type NoticeComposer,
  noticeComposer,
  type NoticeTemplate,
  readNotice,
} from '@switchyard/domain';
import type { PromptLibrary, RenderedScript } from '../../prompts';
import type { NoticeTemplates } from '../../notice-template/notice-templates';
import type { HeldCall } from '../dialing.types';
import type { SpokenNotice, SpokenPart } from './spoken-notice';

/** Turns what a call has to tell into audio that is ready to be played (T5). */
export class NoticeSpeaker {
  private readonly composers = new Map<
    string,
    { readonly of: NoticeTemplate; readonly compose: NoticeComposer }
  >();

  constructor(
    private readonly prompts: Pick<PromptLibrary, 'renderScript'>,
    private readonly templates: Pick<NoticeTemplates, 'spoken'>,
    /** The utility's name in the prescribed words (rules.md §13b). */
    private readonly unit: string,
  ) {}

  /**
   * Speaks of what is left to pay; a contact that was paid meanwhile is left out, and nothing counts as heard of it. What
   * asks for no money is always told.
   * @throws NothingToNotify when nothing at all is left; NoticeInvalid when a stored notice does not fit its kind; and
   * whatever speech synthesis throws.
   */
  async speak(held: HeldCall): Promise<SpokenNotice> {
    const kind = held.batch.kind;
    const unpaid = held.contacts.filter(
      ({ contact, balanceFen }) => balanceFen > 0 || contact.payableFen <= 0,
    );
    const notices = unpaid.map(({ contact, balanceFen }) =>
      readNotice(kind, { accountNo: contact.accountNo, balanceFen }, contact.notice),
    );
    const compose = await this.composer(kind, held.language);
    const rendered = await this.prompts.renderScript(compose(notices));
    const essentialMsByContact = held.contacts.map((part) => {
      const told = unpaid.indexOf(part);
      return rendered.essentialMsByNotice[told] ?? Number.POSITIVE_INFINITY;
    });
    return { ...toSpokenNotice(rendered), essentialMsByContact };
  }

  /** What calls have in common is composed once for each version of a template. */
  private async composer(kind: BatchKind, language: HeldCall['language']): Promise<NoticeComposer> {
    const template = await this.templates.spoken(kind, language);
    const key = `${kind} ${language}`;
    const known = this.composers.get(key);
    if (known?.of === template) return known.compose;
    const compose = noticeComposer(template, { unit: this.unit });
    this.composers.set(key, { of: template, compose });
    return compose;
  }
}

function toSpokenNotice(rendered: RenderedScript): Omit<SpokenNotice, 'essentialMsByContact'> {
  const { opening, body, menu, thanks, later, human, closing } = rendered.parts;
  return {
    parts: {
      notice: joined([opening, body, menu]),
      menu,
      thanks,
      later,
      human,
      'opted-out': rendered.parts['opted-out'],
      closing,
    },
    essentialMs: rendered.essentialMs,
  };
}

function joined(parts: readonly SpokenPart[]): SpokenPart {
  return {
    media: parts.flatMap((part) => part.media),
    durationMs: parts.reduce((sum, part) => sum + part.durationMs, 0),
    text: parts.map((part) => part.text).join('\n'),
    hash: parts.map((part) => part.hash).join(''),
  };
}
