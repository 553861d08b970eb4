/** What questions cost on a real Neo4j: a server of its own, since its graph is large. */
import { describeCosts } from './describe-costs';
import { describeWhereNeo4j } from './neo4j/at-hand';
import { startTestNeo4j } from './neo4j/start-test-neo4j';

describeWhereNeo4j('on a real Neo4j', () => {
  describeCosts(startTestNeo4j().openTestStore);
});
