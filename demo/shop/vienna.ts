const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Vienna' });

/** The calendar day in Vienna as `yyyy-mm-dd`: a check-in at 23:30 still counts for today. */
export const viennaDay = (date: Date): string => days.format(date);
