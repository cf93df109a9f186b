export { issueText } from '@eventbridge-kit/issue';
