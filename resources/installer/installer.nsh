; Every installer keeps a copy of itself, so that there is a way back after an update: the application lists this
; folder (electron/hosts/desktop/updates/placeUpdate.ts) and starts the one before it.
!macro customInstall
  CreateDirectory "$LOCALAPPDATA\thuoc-so-setups"
  ${If} "$EXEDIR" != "$LOCALAPPDATA\thuoc-so-setups"
    CopyFiles /SILENT "$EXEPATH" "$LOCALAPPDATA\thuoc-so-setups\${VERSION}.exe"
  ${EndIf}
!macroend

; What officers entered stays; only the kept installers go with the program, and not when an update replaces it.
!macro customUnInstall
  ${IfNot} ${isUpdated}
    RMDir /r "$LOCALAPPDATA\thuoc-so-setups"
  ${EndIf}
!macroend
