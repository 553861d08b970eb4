import 'server-only';

interface Page {
  readonly nonce: string;
  readonly isDevelopment: boolean;
  /** Whether people reach the server by https. */
  readonly isSecure: boolean;
}

const fixed = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
} as const;

/** Creates the headers that every answer carries, static files and refusals included. */
export function createSecurityHeaders(page: Page): Readonly<Record<string, string>> {
  return {
    ...fixed,
    'content-security-policy': createPolicy(page),
    ...(page.isSecure && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

/**
 * Scripts: ours by nonce, and what those load; nothing evaluated, except by React in development. Styles: ours and those with the nonce;
 * style attributes are let through, since the interface library writes some into the page that the server renders. Workers: the layout's
 * comes from a blob. Nothing is loaded from elsewhere, nothing may frame us.
 */
function createPolicy({ nonce, isDevelopment, isSecure }: Page): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    isDevelopment ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
