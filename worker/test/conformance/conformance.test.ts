import { conformance } from './cases.ts';
import { grpcHost, restHost } from './model-hosts.ts';

conformance(restHost());
conformance(grpcHost);
