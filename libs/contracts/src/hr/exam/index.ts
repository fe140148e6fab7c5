export * from './exam-appeal.contracts';
export * from './exam-attempt.view';
export * from './exam.contracts';
export * from './marking.contracts';
export * from './question.contracts';
export * from './sit-exam.contracts';
export * from './sitting.contracts';
