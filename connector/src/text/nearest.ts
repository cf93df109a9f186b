export { nearest } from '@eventbridge-kit/issue';
