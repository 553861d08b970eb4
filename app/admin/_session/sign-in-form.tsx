'use client';

import { useState, type SyntheticEvent } from 'react';

import { call } from '@/lib/api/call';
import { signInEndpoint } from '@/lib/api/session-endpoint';
import { EntenteError } from '@/lib/model/entente-error';

import styles from './sign-in-form.module.css';

type Attempt =
  | { readonly status: 'idle' }
  | { readonly status: 'asking' }
  | { readonly status: 'refused'; readonly why: string };

export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState<Attempt>({ status: 'idle' });

  const signIn = async () => {
    setAttempt({ status: 'asking' });
    try {
      await call(signInEndpoint, { password });
      onSignedIn();
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      setAttempt({ status: 'refused', why: error.message });
    }
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void signIn();
  };
  return (
    <form className={styles['form']} onSubmit={onSubmit}>
      <label htmlFor="password">Password</label>
      <p id="password-hint" className={styles['hint']}>
        The one-time password that <code>npm start</code> printed, or the one of{' '}
        <code>ENTENTE_ADMIN_PASSWORD</code>.
      </p>
      <input
        id="password"
        type="password"
        autoComplete="current-password"
        aria-describedby="password-hint"
        aria-invalid={attempt.status === 'refused'}
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
        required
        autoFocus
      />
      <p role="alert" className={styles['refusal']}>
        {attempt.status === 'refused' ? attempt.why : ''}
      </p>
      <button type="submit" className="push-button" disabled={attempt.status === 'asking'}>
        {attempt.status === 'asking' ? 'Signing in …' : 'Sign in'}
      </button>
    </form>
  );
}
