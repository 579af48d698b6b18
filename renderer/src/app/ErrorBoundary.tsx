import { Component, type ReactNode } from 'react';
import { Crash } from './Crash.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}
type ErrorBoundaryState = { readonly kind: 'fine' } | { readonly kind: 'broken'; readonly reference: string };

/** The one edge at which the screens catch what nobody expected. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { kind: 'fine' };

  static getDerivedStateFromError(): ErrorBoundaryState {
    const reference = crypto.randomUUID().slice(0, 8).toUpperCase();
    return { kind: 'broken', reference };
  }

  override componentDidCatch(error: unknown): void {
    const reference = this.state.kind === 'broken' ? this.state.reference : '';
    reportError(new Error(`Screen failed, reference ${reference}`, { cause: error }));
  }

  override render(): ReactNode {
    return this.state.kind === 'fine' ? this.props.children : <Crash reference={this.state.reference} />;
  }
}
