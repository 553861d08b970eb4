/** The version of `package.json`, as loads and answers name it. */
export const VERSION = '0.1.0';
