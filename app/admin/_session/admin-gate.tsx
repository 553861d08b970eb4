'use client';

import { useCallback, useState } from 'react';

import { call } from '@/lib/api/call';
import { sessionEndpoint, signOutEndpoint } from '@/lib/api/session-endpoint';

import { FailureNotice } from '../../_ui/failure-notice';
import { Notice } from '../../_ui/notice';
import { Skeleton } from '../../_ui/skeleton';
import { useLoaded } from '../../_ui/use-loaded';
import { Console } from '../_console/console';
import { reset } from '../_load/load-run';
import { LoadPane } from '../_load/load-pane';

import { AdminBar, type AdminTab } from './admin-bar';
import { SignInForm } from './sign-in-form';

/** Shows the console or the Load page to who is signed in, and the way in to everybody else. */
export function AdminGate({ tab }: { readonly tab: AdminTab }) {
  const [visit, setVisit] = useState(0);
  const load = useCallback((signal: AbortSignal) => loadSession(visit, signal), [visit]);
  const session = useLoaded(load);
  const reload = () => {
    setVisit((before) => before + 1);
  };
  if (session.status === 'loading')
    return (
      <PlainPage>
        <Skeleton label="Checking whether you are signed in" lines={4} />
      </PlainPage>
    );
  if (session.status === 'failed')
    return (
      <PlainPage>
        <FailureNotice {...session} />
      </PlainPage>
    );
  if (session.value.signedIn)
    return (
      <>
        <AdminBar
          current={tab}
          onSignOut={() => {
            reset();
            void signOut().then(reload, reload);
          }}
        />
        {tab === 'console' ? <Console onExpired={reload} /> : <LoadPane onExpired={reload} />}
      </>
    );
  return (
    <PlainPage>
      <h1>Sign in</h1>
      {session.value.configured ? (
        <SignInForm onSignedIn={reload} />
      ) : (
        <Notice title="No password is set">
          <p>
            Start Entente with <code>npm start</code>, which prints a one-time password, or set{' '}
            <code>ENTENTE_ADMIN_PASSWORD</code> and start it again.
          </p>
        </Notice>
      )}
    </PlainPage>
  );
}

function PlainPage({ children }: { readonly children: React.ReactNode }) {
  return <div className="plain-page">{children}</div>;
}

/** `visit` only makes this another question each time somebody has signed in or out. */
function loadSession(_visit: number, signal: AbortSignal) {
  return call(sessionEndpoint, {}, { signal });
}

/** Either way the session is asked for again, and what is on the screen is what the server says of it. */
function signOut() {
  return call(signOutEndpoint, {});
}
