export * from './draw-paper';
export * from './exam-policy';
export * from './exam-time';
export * from './mark-answer';
export * from './paper';
export * from './question';
export * from './score-paper';
export * from './settle-marks';
