import {useLocation} from 'wouter';

/** The section in which one reads: the first part of the address. */
export const useBase = (): string => `/${useLocation()[0].split('/')[1] ?? ''}`;
