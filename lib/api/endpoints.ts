import { cypherEndpoint, cypherRunEndpoint } from './cypher-endpoint';
import { loadEndpoint, loadsEndpoint, undoEndpoint } from './datasets-endpoint';
import { documentEndpoint } from './document-endpoint';
import { documentsEndpoint } from './documents-endpoint';
import { edgesEndpoint } from './edges-endpoint';
import type { Endpoint } from './endpoint';
import { entityEndpoint } from './entity-endpoint';
import { entityPassagesEndpoint } from './entity-passages-endpoint';
import { facetsEndpoint } from './facets-endpoint';
import { formatsEndpoint } from './formats-endpoint';
import { graphEndpoint } from './graph-endpoint';
import { healthEndpoint } from './health-endpoint';
import { highlightsEndpoint } from './highlights-endpoint';
import { rejectsEndpoint } from './rejects-endpoint';
import { relationEndpoint } from './relation-endpoint';
import { schemaEndpoint } from './schema-endpoint';
import { searchEndpoint } from './search-endpoint';
import { sessionEndpoint, signInEndpoint, signOutEndpoint } from './session-endpoint';
import { summaryEndpoint } from './summary-endpoint';

/** Every endpoint there is, in the order in which the interface describes them. */
export const endpoints: readonly Endpoint[] = [
  healthEndpoint,
  summaryEndpoint,
  searchEndpoint,
  graphEndpoint,
  facetsEndpoint,
  highlightsEndpoint,
  entityEndpoint,
  entityPassagesEndpoint,
  relationEndpoint,
  edgesEndpoint,
  documentsEndpoint,
  documentEndpoint,
  sessionEndpoint,
  signInEndpoint,
  signOutEndpoint,
  cypherEndpoint,
  cypherRunEndpoint,
  schemaEndpoint,
  formatsEndpoint,
  loadsEndpoint,
  loadEndpoint,
  undoEndpoint,
  rejectsEndpoint,
];
