import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { WaitingNotice } from '../ui/WaitingNotice.tsx';
import { useOpenedFiles } from './useOpenedFiles.ts';

// The desk brings the scoring engine along; the first screen does without it.
const DeskScreen = lazy(() =>
  import('../features/desk/DeskScreen.tsx').then(({ DeskScreen: Screen }) => ({ default: Screen })),
);

const OverviewScreen = lazy(() =>
  import('../features/overview/OverviewScreen.tsx').then(({ OverviewScreen: Screen }) => ({
    default: Screen,
  })),
);
const SigningScreen = lazy(() =>
  import('../features/signing/SigningScreen.tsx').then(({ SigningScreen: Screen }) => ({ default: Screen })),
);

const CarryOverScreen = lazy(() =>
  import('../features/home/CarryOverScreen.tsx').then(({ CarryOverScreen: Screen }) => ({ default: Screen })),
);

const FirstRunScreen = lazy(() =>
  import('../features/settings/FirstRunScreen.tsx').then(({ FirstRunScreen: Screen }) => ({
    default: Screen,
  })),
);
const SettingsScreen = lazy(() =>
  import('../features/settings/SettingsScreen.tsx').then(({ SettingsScreen: Screen }) => ({
    default: Screen,
  })),
);

const BackupsScreen = lazy(() =>
  import('../features/backups/BackupsScreen.tsx').then(({ BackupsScreen: Screen }) => ({ default: Screen })),
);
const GuideScreen = lazy(() =>
  import('../features/guide/GuideScreen.tsx').then(({ GuideScreen: Screen }) => ({ default: Screen })),
);
const ImportScreen = lazy(() =>
  import('../features/imports/ImportScreen.tsx').then(({ ImportScreen: Screen }) => ({ default: Screen })),
);
const DashboardScreen = lazy(() =>
  import('../features/dashboard/DashboardScreen.tsx').then(({ DashboardScreen: Screen }) => ({
    default: Screen,
  })),
);
const ConflictsScreen = lazy(() =>
  import('../features/conflicts/ConflictsScreen.tsx').then(({ ConflictsScreen: Screen }) => ({
    default: Screen,
  })),
);

const AppraisalScreen = lazy(() =>
  import('../features/appraisal/AppraisalScreen.tsx').then(({ AppraisalScreen: Screen }) => ({
    default: Screen,
  })),
);
const CriteriaScreen = lazy(() =>
  import('../features/criteria/CriteriaScreen.tsx').then(({ CriteriaScreen: Screen }) => ({
    default: Screen,
  })),
);
const SyncScreen = lazy(() =>
  import('../features/sync/SyncScreen.tsx').then(({ SyncScreen: Screen }) => ({ default: Screen })),
);
const ChaseScreen = lazy(() =>
  import('../features/chase/ChaseScreen.tsx').then(({ ChaseScreen: Screen }) => ({ default: Screen })),
);

export function Routes() {
  useOpenedFiles();
  return (
    <Suspense fallback={<WaitingNotice />}>
      <Switch>
        <Route path="/">
          <HomeScreen />
        </Route>
        <Route path="/first-run">
          <FirstRunScreen />
        </Route>
        <Route path="/backups">
          <BackupsScreen />
        </Route>
        <Route path="/imports">
          <ImportScreen />
        </Route>
        <Route path="/conflicts">
          <ConflictsScreen assessmentId={null} criterionId={null} />
        </Route>
        <Route path="/sync">
          <SyncScreen />
        </Route>
        <Route path="/chase">
          <ChaseScreen />
        </Route>
        <Route path="/dashboard/:part?">{({ part }) => <DashboardScreen part={part} />}</Route>
        <Route path="/criteria">
          <CriteriaScreen />
        </Route>
        <Route path="/settings">
          <SettingsScreen />
        </Route>
        <Route path="/assessments/:assessmentId/overview">
          {({ assessmentId }) => <OverviewScreen key={assessmentId} assessmentId={assessmentId} />}
        </Route>
        <Route path="/assessments/:assessmentId/carry-over">
          {({ assessmentId }) => <CarryOverScreen key={assessmentId} assessmentId={assessmentId} />}
        </Route>
        <Route path="/guide">
          <GuideScreen />
        </Route>
        <Route path="/assessments/:assessmentId/sign">
          {({ assessmentId }) => <SigningScreen key={assessmentId} assessmentId={assessmentId} />}
        </Route>
        <Route path="/assessments/:assessmentId/conflicts/:criterionId?">
          {({ assessmentId, criterionId }) => (
            <ConflictsScreen
              key={assessmentId}
              assessmentId={assessmentId}
              criterionId={criterionId ?? null}
            />
          )}
        </Route>
        <Route path="/assessments/:assessmentId/appraise/:criterionId?">
          {({ assessmentId, criterionId }) => (
            <AppraisalScreen
              key={assessmentId}
              assessmentId={assessmentId}
              criterionId={criterionId ?? null}
            />
          )}
        </Route>
        <Route path="/assessments/:assessmentId/:criterionId?">
          {({ assessmentId, criterionId }) => (
            <DeskScreen key={assessmentId} assessmentId={assessmentId} criterionId={criterionId ?? null} />
          )}
        </Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
