export const CHROMIUM: string;
export const CHROMIUM_SHELL: string;
