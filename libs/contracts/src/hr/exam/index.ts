export * from './attempt.contracts';
export * from './exam.contracts';
export * from './question.contracts';
