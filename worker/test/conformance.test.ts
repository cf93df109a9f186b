import { conformance } from '@eventbridge-kit/testkit/conformance/cases';
import { grpcHost, restHost } from '@eventbridge-kit/testkit/conformance/model-hosts';

conformance(restHost());
conformance(grpcHost);
