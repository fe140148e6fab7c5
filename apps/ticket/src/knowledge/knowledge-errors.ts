import { KNOWLEDGE_ERRORS, type KnowledgeState } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export function articleNotFound(code: string): DomainError {
  return new DomainError(KNOWLEDGE_ERRORS.notFound, `There is no article ${code}.`, { code });
}

export function versionNotFound(code: string, version: number): DomainError {
  return new DomainError(KNOWLEDGE_ERRORS.versionNotFound, `Article ${code} has no version ${version}.`, {
    code,
    version,
  });
}

export function wrongState(code: string, state: KnowledgeState, remedy: string): DomainError {
  return new DomainError(KNOWLEDGE_ERRORS.wrongState, `The version of ${code} is ${state}; ${remedy}.`, {
    code,
    state,
  });
}

export function notInForce(code: string): DomainError {
  return new DomainError(
    KNOWLEDGE_ERRORS.notInForce,
    `No version of ${code} is in force now; take an article that agents are shown.`,
    { code },
  );
}
