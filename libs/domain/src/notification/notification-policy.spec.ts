import { parseNotificationPolicy, STANDARD_NOTIFICATION_POLICY } from './notification-policy';

it('what nobody has read stays as long as what was read, or longer', () => {
  expect(parseNotificationPolicy({ ...STANDARD_NOTIFICATION_POLICY })).toEqual({
    ok: true,
    value: STANDARD_NOTIFICATION_POLICY,
  });
  for (const wrong of [{ keepReadDays: 0, keepUnreadDays: 1 }, { keepReadDays: 9, keepUnreadDays: 8 }, {}])
    expect(parseNotificationPolicy(wrong).ok).toBe(false);
});
