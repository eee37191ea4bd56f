/**
 * Whether a text can be kept: PostgreSQL holds no NUL, and half a surrogate pair has no UTF-8. Asked
 * at the door, because the store would fail on such a text every time it is sent again.
 */
export const isStorable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);
