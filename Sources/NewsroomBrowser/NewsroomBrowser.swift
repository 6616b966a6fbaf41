// NewsroomBrowser
