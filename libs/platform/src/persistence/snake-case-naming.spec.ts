import { SnakeCaseNaming } from './snake-case-naming';

describe('SnakeCaseNaming', () => {
  const naming = new SnakeCaseNaming();

  it('names tables and columns', () => {
    expect(naming.tableName('WorkOrderEntity')).toBe('work_order');
    expect(naming.tableName('WorkOrderEntity', 'orders')).toBe('orders');
    expect(naming.columnName('dueAtUTC', undefined as unknown as string, [])).toBe('due_at_utc');
    expect(naming.joinColumnName('openedBy', 'id')).toBe('opened_by_id');
  });
});
